"""Who should meet whom, and why: phrases are tied by their words, ties make reasons, reasons make suggestions."""

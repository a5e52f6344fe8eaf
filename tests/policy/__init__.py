"""What kompas knows: policy as data."""

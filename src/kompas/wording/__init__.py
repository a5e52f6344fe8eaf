"""Every sentence that kompas itself can say, in Dutch and English, as plain data."""

"""kompas: the field notebook of municipal officials who go outside and mingle."""

__version__ = "0.1.0"

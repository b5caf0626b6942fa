"""docgen: a plan kept as YAML becomes the Word document that gets signed."""

__version__ = "0.1.0"

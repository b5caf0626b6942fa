"""docgen: a plan kept as YAML becomes the Word document that gets signed."""

"""Reading of files: values with the line they stand on."""

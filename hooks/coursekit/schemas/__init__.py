"""What editors know of our YAML files: a JSON Schema for each kind, made from the models, in German."""

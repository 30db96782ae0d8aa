"""One experiment a file; sandbox.lab.experiments lists them."""

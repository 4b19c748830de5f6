"""Entities of one document: identity by key, and the register that leads mentions to them."""

"""Reads what a body published, verifies it and computes it again; knows neither Django nor a database."""

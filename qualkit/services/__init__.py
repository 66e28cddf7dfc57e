"""What a person can do: typed methods, one module a noun, for both front ends."""

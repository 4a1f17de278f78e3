"""Agendas: written by themselves, changed by people, sent out with their pack."""

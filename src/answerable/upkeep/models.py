"""Which workers are alive."""

from __future__ import annotations

from django.db import models


class WorkerSeen(models.Model):
    """A worker's last sign of life, by the database's clock: one clock for every node.

    A job that runs is held by the worker that its task names last. It is that worker's for as long as the
    signs come; this row is the lease of whatever the worker holds.
    """

    name = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "workers seen"

    def __str__(self) -> str:
        return self.name

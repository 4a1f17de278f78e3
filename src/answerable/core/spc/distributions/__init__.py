"""Distributions that intervals, limits and tests are made of, without any library."""

from answerable.core.spc.distributions.beta import (
    beta_quantile,
    binomial_cdf,
    binomial_quantile,
    t_quantile,
    t_sf,
)
from answerable.core.spc.distributions.gamma import chi2_quantile, chi2_sf, chi2_upper_quantile, poisson_cdf
from answerable.core.spc.distributions.normal import normal_cdf, normal_quantile

__all__ = [
    "beta_quantile",
    "binomial_cdf",
    "binomial_quantile",
    "chi2_quantile",
    "chi2_sf",
    "chi2_upper_quantile",
    "normal_cdf",
    "normal_quantile",
    "poisson_cdf",
    "t_quantile",
    "t_sf",
]

"""Distributions that intervals, limits and tests are made of, without any library."""

from answerable.core.spc.distributions.beta import (
    beta_odds,
    beta_quantile,
    binomial_cdf,
    binomial_quantile,
    binomial_sf,
    t_quantile,
    t_sf,
)
from answerable.core.spc.distributions.gamma import chi2_quantile, chi2_sf, chi2_upper_quantile, poisson_cdf
from answerable.core.spc.distributions.normal import normal_cdf, normal_quantile
from answerable.core.spc.distributions.saddle import binomial_term, poisson_term

__all__ = [
    "beta_odds",
    "beta_quantile",
    "binomial_cdf",
    "binomial_quantile",
    "binomial_sf",
    "binomial_term",
    "chi2_quantile",
    "chi2_sf",
    "chi2_upper_quantile",
    "normal_cdf",
    "normal_quantile",
    "poisson_cdf",
    "poisson_term",
    "t_quantile",
    "t_sf",
]

"""Where the addresses of the meeting cycle lead, a part to a file; see ``tests.permissions.places``."""

from tests.permissions.routes import agenda, approval, assurance, live, papers, plan

ROUTES = plan.ROUTES | papers.ROUTES | agenda.ROUTES | live.ROUTES | assurance.ROUTES | approval.ROUTES

"""From files to frozen values: libraries, playbooks, triage tables, briefs and council settings."""

-- Permissions given by name; those that follow from posts stand in facts.appointment.
CREATE OR REPLACE VIEW facts.named_grant AS
SELECT id, person, permission, starts_on, ends_on, granted_at, withdrawn_at FROM grants.named_grant;
SELECT facts.watch('grants.named_grant', 'named_grant', 'id', 'person');

CREATE OR REPLACE VIEW facts.sign_on_link AS
SELECT person, since, last_used FROM signon.link;
SELECT facts.watch('signon.link', 'sign_on_link', 'person');

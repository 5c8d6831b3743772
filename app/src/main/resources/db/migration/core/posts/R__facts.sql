CREATE OR REPLACE VIEW facts.appointment AS
SELECT id, post, department, holder, deputy, starts_on, ends_on FROM posts.appointment;
SELECT facts.watch('posts.appointment', 'appointment', 'id', 'post', 'department', 'holder');

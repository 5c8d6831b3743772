CREATE OR REPLACE VIEW facts.cloud_assessment AS
SELECT id, service, provider, country, prefecture, state, ends_on, changed_at FROM cloud.assessment;

SELECT facts.watch('cloud.assessment', 'cloud_assessment', 'id');

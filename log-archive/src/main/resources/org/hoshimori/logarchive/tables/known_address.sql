-- Every address that the span and the days before it tell of.
SELECT src_endpoint_ip AS ip FROM log WHERE src_endpoint_ip IS NOT NULL
 UNION
SELECT dst_endpoint_ip AS ip FROM log WHERE dst_endpoint_ip IS NOT NULL
 UNION
SELECT src_endpoint_ip AS ip FROM log_past WHERE src_endpoint_ip IS NOT NULL
 UNION
SELECT dst_endpoint_ip AS ip FROM log_past WHERE dst_endpoint_ip IS NOT NULL

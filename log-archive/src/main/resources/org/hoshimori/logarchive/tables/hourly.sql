-- What each of our hosts sent to outside hour by hour (in Japan), in the span (fresh = 1) and before it (0).
WITH sent AS (
  SELECT hm_address(src_endpoint_ip) AS host, hm_address(dst_endpoint_ip) AS destination, traffic_bytes_out, time, 1 AS fresh FROM log
   WHERE traffic_bytes_out > 0
   UNION ALL
  SELECT hm_address(src_endpoint_ip) AS host, hm_address(dst_endpoint_ip) AS destination, traffic_bytes_out, time, 0 AS fresh FROM log_past
   WHERE traffic_bytes_out > 0),
tally AS (
  SELECT b.host AS host, hm_day(b.time) AS day, hm_hour(b.time) AS hour, b.fresh AS fresh, count(*) AS events,
         sum(b.traffic_bytes_out) AS bytes_out, min(b.time) AS first_seen, max(b.time) AS last_seen
    FROM sent b
    JOIN address d ON d.ip = b.destination
   WHERE NOT d.internal
   GROUP BY b.host, hm_day(b.time), hm_hour(b.time), b.fresh)
SELECT t.host AS host, t.day AS day, t.hour AS hour, t.fresh AS fresh, t.events AS events, CAST(t.bytes_out AS BIGINT) AS bytes_out,
       t.first_seen AS first_seen, t.last_seen AS last_seen
  FROM tally t
  JOIN address s ON s.ip = t.host
 WHERE s.internal

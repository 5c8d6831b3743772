-- What a host sent hour by hour (in Japan), to outside and to inside, in the span (fresh = 1) and before it (0): connections, and whatever counts bytes.
WITH sent AS (
  SELECT src_endpoint_ip, dst_endpoint_ip, traffic_bytes_out, time, 1 AS fresh,
         CASE WHEN class_uid = 4001 AND (hm_failed(status_code, activity_id, action_id)
                OR coalesce(traffic_bytes_in, traffic_bytes, 0) = 0) THEN 1 ELSE 0 END AS unanswered
    FROM log
   WHERE dst_endpoint_ip IS NOT NULL AND (class_uid = 4001 OR traffic_bytes_out > 0)
   UNION ALL
  SELECT src_endpoint_ip, dst_endpoint_ip, traffic_bytes_out, time, 0 AS fresh, 0 AS unanswered
    FROM log_past
   WHERE traffic_bytes_out > 0),
tally AS (
  SELECT b.src_endpoint_ip AS host, hm_day(b.time) AS day, hm_hour(b.time) AS hour, b.fresh AS fresh, d.internal AS inside,
         count(*) AS events, sum(b.unanswered) AS unanswered, sum(coalesce(b.traffic_bytes_out, 0)) AS bytes_out,
         min(b.time) AS first_seen, max(b.time) AS last_seen
    FROM sent b
    JOIN address d ON d.ip = b.dst_endpoint_ip
   GROUP BY b.src_endpoint_ip, hm_day(b.time), hm_hour(b.time), b.fresh, d.internal)
SELECT t.host AS host, t.day AS day, t.hour AS hour, t.fresh AS fresh, s.internal AND NOT t.inside AS outward, t.events AS events,
       CAST(t.unanswered AS BIGINT) AS unanswered, CAST(t.bytes_out AS BIGINT) AS bytes_out, t.first_seen AS first_seen, t.last_seen AS last_seen
  FROM tally t
  JOIN address s ON s.ip = t.host

-- What a host sent hour by hour (in Japan), to outside and to inside, in the span (fresh = 1) and before it (0).
WITH sent AS (
  SELECT src_endpoint_ip, dst_endpoint_ip, traffic_bytes_out, time, 1 AS fresh,
         CASE WHEN class_uid = 4001 AND (hm_failed(status_code, activity_id, action_id)
                OR coalesce(traffic_bytes_in, traffic_bytes, 0) = 0) THEN 1 ELSE 0 END AS unanswered
    FROM log
   WHERE dst_endpoint_ip IS NOT NULL
   UNION ALL
  SELECT src_endpoint_ip, dst_endpoint_ip, traffic_bytes_out, time, 0 AS fresh, 0 AS unanswered
    FROM log_past
   WHERE traffic_bytes_out > 0)
SELECT b.src_endpoint_ip AS host, hm_day(b.time) AS day, hm_hour(b.time) AS hour, b.fresh AS fresh,
       s.internal AND NOT d.internal AS outward, count(*) AS events, CAST(sum(b.unanswered) AS BIGINT) AS unanswered,
       CAST(sum(coalesce(b.traffic_bytes_out, 0)) AS BIGINT) AS bytes_out, min(b.time) AS first_seen, max(b.time) AS last_seen
  FROM sent b
  JOIN address s ON s.ip = b.src_endpoint_ip
  JOIN address d ON d.ip = b.dst_endpoint_ip
 GROUP BY b.src_endpoint_ip, hm_day(b.time), hm_hour(b.time), b.fresh, s.internal AND NOT d.internal

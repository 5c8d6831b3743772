-- Who talked to whom: one row for class, host, destination, port, protocol, and whether it failed, was answered, was encrypted.
SELECT class_uid AS class, hm_address(src_endpoint_ip) AS host, hm_address(dst_endpoint_ip) AS destination, coalesce(dst_endpoint_port, 0) AS port,
       coalesce(connection_info_protocol_name, '') AS protocol, hm_failed(status_code, activity_id, action_id) AS failed,
       coalesce(traffic_bytes_in, traffic_bytes, 0) > 0 AS answered, coalesce(app_name, '') = 'ssl' AS encrypted,
       count(*) AS events, CAST(sum(coalesce(traffic_bytes_out, 0)) AS BIGINT) AS bytes_out, min(time) AS first_seen, max(time) AS last_seen
  FROM log
 WHERE src_endpoint_ip IS NOT NULL
 GROUP BY class_uid, hm_address(src_endpoint_ip), hm_address(dst_endpoint_ip), coalesce(dst_endpoint_port, 0), coalesce(connection_info_protocol_name, ''),
          hm_failed(status_code, activity_id, action_id), coalesce(traffic_bytes_in, traffic_bytes, 0) > 0,
          coalesce(app_name, '') = 'ssl'

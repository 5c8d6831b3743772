-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    衛星運用と社内業務のネットワークの間の許可のない通信
-- title.en:    Traffic between satellite operation and office that no rule allows
-- means.ja:    衛星運用の区画とほかの社内区画の間に、許可した通信の一覧にない通信があります。
-- means.en:    Traffic passed between the zone of satellite operation and another zone of ours that the register of flows does not allow.
-- do.ja:       なぜ通ったかを確かめ、ファイアウォールの規則を直してください。
-- do.en:       Find out why it passed and mend the firewall's rules.
-- sentence.ja: {from_zone} の {host} から {to_zone} の {destination}:{port}（{protocol}）へ、許可のない通信が {events} 回ありました（{first_seen}〜{last_seen}）。
-- sentence.en: {host} in {from_zone} reached {destination}:{port} ({protocol}) in {to_zone} {events} times, which no rule allows ({first_seen} to {last_seen}).
-- needs:       register_network, register_flow
-- key:         host, destination, port
-- rows:        src_endpoint_ip = {host} AND dst_endpoint_ip = {destination} AND coalesce(dst_endpoint_port, 0) = {port}
-- param: zone satellite
SELECT l.src_endpoint_ip AS host, s.zone AS from_zone, l.dst_endpoint_ip AS destination, d.zone AS to_zone,
       coalesce(l.dst_endpoint_port, 0) AS port, coalesce(l.connection_info_protocol_name, '') AS protocol,
       count(*) AS events, min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log l
  JOIN address s ON s.ip = l.src_endpoint_ip
  JOIN address d ON d.ip = l.dst_endpoint_ip
 WHERE s.internal AND d.internal AND s.zone <> '' AND d.zone <> '' AND s.zone <> d.zone AND (s.zone = :{zone} OR d.zone = :{zone})
   AND NOT hm_failed(l.status_code, l.activity_id, l.action_id)
   AND NOT EXISTS (SELECT 1 FROM register_flow f
                    WHERE f.from_zone = s.zone AND f.to_zone = d.zone
                      AND (f.port IS NULL OR f.port = l.dst_endpoint_port)
                      AND (f.protocol IS NULL OR f.protocol = l.connection_info_protocol_name))
 GROUP BY l.src_endpoint_ip, s.zone, l.dst_endpoint_ip, d.zone, coalesce(l.dst_endpoint_port, 0),
          coalesce(l.connection_info_protocol_name, '')
 ORDER BY events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST, port NULLS LAST

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
SELECT c.host AS host, s.zone AS from_zone, c.destination AS destination, d.zone AS to_zone, c.port AS port, c.protocol AS protocol,
       sum(c.events) AS events, min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
  FROM conversation c
  JOIN address s ON s.ip = c.host
  JOIN address d ON d.ip = c.destination
 WHERE s.internal AND d.internal AND s.zone <> '' AND d.zone <> '' AND s.zone <> d.zone AND (s.zone = :{zone} OR d.zone = :{zone})
   AND NOT c.failed
   AND NOT EXISTS (SELECT 1 FROM register_flow f
                    WHERE f.from_zone = s.zone AND f.to_zone = d.zone AND (f.port IS NULL OR f.port = c.port)
                      AND (f.protocol IS NULL OR f.protocol = c.protocol))
 GROUP BY c.host, s.zone, c.destination, d.zone, c.port, c.protocol
 ORDER BY events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST, port NULLS LAST

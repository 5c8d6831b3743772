-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    危険と知られたTLSの指紋
-- title.en:    TLS fingerprints known for harm
-- means.ja:    脅威情報の一覧にあるJA3/JA4の指紋を持つ通信があります。
-- means.en:    A connection has a JA3 or JA4 fingerprint of an indicator list.
-- do.ja:       どのプログラムの通信かを端末で確かめてください。
-- do.en:       Find the program behind it on the host.
-- sentence.ja: {host} の通信が {list} にある指紋 {fingerprint} を持っています（{events} 回、{first_seen}〜{last_seen}）。
-- sentence.en: Connections of {host} bear the fingerprint {fingerprint} of {list} ({events} times, {first_seen} to {last_seen}).
-- needs:       indicator
-- key:         host, fingerprint
-- rows:        src_endpoint_ip = {host} AND (tls_ja3_hash_value = {fingerprint} OR tls_ja4_fingerprint_value = {fingerprint})
SELECT l.src_endpoint_ip AS host, i.fingerprint AS fingerprint, min(i.list) AS list, count(*) AS events,
       min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log l
  JOIN indicator_fingerprint i ON i.fingerprint = l.tls_ja3_hash_value OR i.fingerprint = l.tls_ja4_fingerprint_value
 GROUP BY l.src_endpoint_ip, i.fingerprint
 ORDER BY events DESC NULLS LAST, host NULLS LAST, fingerprint NULLS LAST

package org.hoshimori.journeys;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.postgres.EmbeddedPostgres;

/** A database server, a folder that all share, and a plain reverse proxy (nginx) before two servers, which come and go. */
final class Nodes implements AutoCloseable {

    private static final int NODES = 2;

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final int front = port();
    private final List<Integer> ports = new ArrayList<>();
    private final Process proxy;
    private final Served[] nodes = new Served[NODES];

    Nodes() throws IOException {
        this.folder = Files.createTempDirectory("hoshimori-nodes");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Files.createDirectory(folder.resolve("shared"));
        this.postgres = EmbeddedPostgres.start(folder.resolve("postgres"), EmbeddedPostgres.Options.standard());
        for (int i = 0; i < NODES; i++) {
            ports.add(port());
        }
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, configuration());
        this.proxy = new ProcessBuilder("nginx", "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Requests go round; one that could not be handed over goes to the other, one that broke off is not sent twice. */
    private String configuration() {
        return """
                daemon off;
                pid nginx.pid;
                error_log nginx.err;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  upstream nodes { server 127.0.0.1:%d fail_timeout=1s; server 127.0.0.1:%d fail_timeout=1s; }
                  server {
                    listen 127.0.0.1:%d;
                    location / {
                      proxy_pass http://nodes;
                      proxy_http_version 1.1;
                      proxy_set_header Host $http_host;
                      proxy_set_header X-Forwarded-For $remote_addr;
                      proxy_set_header X-Forwarded-Proto $scheme;
                      proxy_set_header X-Forwarded-Port $server_port;
                      add_header X-Node $upstream_addr always;
                    }
                  }
                }
                """.formatted(ports.get(0), ports.get(1), front);
    }

    /** The address that people know. */
    String address() {
        return "http://127.0.0.1:" + front;
    }

    /** The address of one server behind the proxy. */
    String address(int node) {
        return "http://127.0.0.1:" + ports.get(node);
    }

    /** What names the database to a server. */
    String database() {
        EmbeddedPostgres.Login login = postgres.owner();
        URI address = URI.create(postgres.jdbcUrl().substring("jdbc:".length()));
        return "postgresql://%s:%s@%s:%d%s"
                .formatted(login.user(), login.password(), address.getHost(), address.getPort(), address.getPath());
    }

    /** A folder of this name that nothing else uses. */
    Path own(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Starts a server, again if it was ended. */
    Served starts(int node, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--database",
                database(),
                "--shared",
                folder.resolve("shared").toString(),
                "--behind-proxy",
                "127.0.0.1",
                "--public-url",
                address() + "/"));
        options.addAll(List.of(more));
        nodes[node] = Served.node(own("node" + node), ports.get(node), options.toArray(String[]::new));
        return nodes[node];
    }

    @Override
    public void close() throws IOException {
        for (Served node : nodes) {
            if (node != null) {
                node.close();
            }
        }
        proxy.destroy();
        postgres.close();
        Served.remove(folder);
    }
}

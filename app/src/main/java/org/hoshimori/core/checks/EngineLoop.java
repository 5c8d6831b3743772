package org.hoshimori.core.checks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the engine turn while pages are served. */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "hoshimori.checks.on", matchIfMissing = true)
class EngineLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final Engine engine;
    private volatile @Nullable Thread thread;

    EngineLoop(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().daemon().name("checks").unstarted(this::loop);
        // Known before it runs: it goes on for as long as it is the one.
        thread = started;
        started.start();
    }

    private void loop() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(turn() ? PAUSE : AFTER_FAILURE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean turn() {
        try {
            engine.turn();
            return true;
        } catch (RuntimeException e) {
            if (thread == Thread.currentThread()) {
                LOG.error("checks could not run: {}", e.getMessage(), e);
            }
            return false;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

package org.hoshimori.logarchive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hoshimori.logarchive.IpKey.Range;
import org.jspecify.annotations.Nullable;

/**
 * Something said of networks, asked by address: the narrowest network that holds it answers, of equal ones the first. Networks lie within
 * one another or apart, so one search and a few steps outwards do, however many there are.
 */
final class Cidrs<T> {

    private final List<Node<T>> nodes = new ArrayList<>();
    private boolean sorted = true;

    private static final class Node<T> {
        private final Range range;
        private final T said;
        private @Nullable Node<T> around;

        Node(Range range, T said) {
            this.range = range;
            this.said = said;
        }
    }

    void add(Range range, T said) {
        nodes.add(new Node<>(range, said));
        sorted = false;
    }

    int size() {
        return nodes.size();
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** @param key of {@link IpKey#of} */
    @Nullable
    T of(String key) {
        if (!sorted) {
            sort();
        }
        int low = 0;
        int high = nodes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nodes.get(middle).range.first().compareTo(key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Node<T> node = low == 0 ? null : nodes.get(low - 1);
        while (node != null && !node.range.holds(key)) {
            node = node.around;
        }
        return node == null ? null : first(node);
    }

    private T first(Node<T> node) {
        Node<T> best = node;
        for (Node<T> n = node.around; n != null && n.range.bits() == node.range.bits(); n = n.around) {
            best = n;
        }
        return best.said;
    }

    /** From left to right, wide before narrow; each knows the one around it. */
    private void sort() {
        nodes.sort(Comparator.comparing((Node<T> n) -> n.range.first()).thenComparingInt(n -> n.range.bits()));
        Node<T> before = null;
        for (Node<T> node : nodes) {
            Node<T> around = before;
            while (around != null && !around.range.holds(node.range.first())) {
                around = around.around;
            }
            node.around = around;
            before = node;
        }
        sorted = true;
    }
}

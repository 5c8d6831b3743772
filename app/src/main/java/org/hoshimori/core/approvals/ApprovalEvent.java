package org.hoshimori.core.approvals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a request; its subject is what the request is about, so that the matter's whole history is found together. */
public sealed interface ApprovalEvent extends Evident {

    /** The request. */
    RequestId request();

    /** The kind of matter. */
    String kind();

    /** Somebody asks. */
    record Requested(
            Actor by,
            RequestId request,
            String kind,
            String subject,
            Optional<String> clause,
            Map<String, Object> record,
            List<String> line)
            implements ApprovalEvent {
        @Override
        public String act() {
            return "approval.requested/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = of(request, kind);
            detail.put("record", record);
            detail.put("line", line);
            return detail;
        }
    }

    /** Somebody has decided on a seat. */
    record Decided(
            Actor by,
            RequestId request,
            String kind,
            String subject,
            Optional<String> clause,
            Verdict verdict,
            String post,
            boolean standingIn,
            String comment)
            implements ApprovalEvent {
        @Override
        public String act() {
            return "approval.decided/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = of(request, kind);
            detail.put("verdict", verdict.name());
            detail.put("post", post);
            detail.put("standingIn", standingIn);
            detail.put("comment", comment);
            return detail;
        }
    }

    /** Somebody has said something to it. */
    record Remarked(Actor by, RequestId request, String kind, String subject, Optional<String> clause, String words)
            implements ApprovalEvent {
        @Override
        public String act() {
            return "approval.remarked/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = of(request, kind);
            detail.put("words", words);
            return detail;
        }
    }

    /** It has come to an end; the room that asked acts on it in the same transaction. */
    record Settled(Actor by, RequestId request, String kind, String subject, Optional<String> clause, State state)
            implements ApprovalEvent {
        @Override
        public String act() {
            return "approval.settled/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = of(request, kind);
            detail.put("state", state.name());
            return detail;
        }
    }

    private static Map<String, Object> of(RequestId request, String kind) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("request", request.toString());
        detail.put("kind", kind);
        return detail;
    }
}

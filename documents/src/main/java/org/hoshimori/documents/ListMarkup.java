package org.hoshimori.documents;

/** Opens and closes lists as items come one after the other, so that a list is one list and a list within it belongs to its item. */
final class ListMarkup {

    private enum Open {
        NONE,
        ITEM,
        SUB_ITEM,
        LONE_SUB_ITEM,
        STEP,
        STEP_SUB_ITEM
    }

    private final Markup out;
    private final PhraseMarkup phrases;
    private Open open = Open.NONE;

    ListMarkup(Markup out, PhraseMarkup phrases) {
        this.out = out;
        this.phrases = phrases;
    }

    void item(Block.Item item) {
        if (item.level() == 1) {
            switch (open) {
                case ITEM -> out.end();
                case SUB_ITEM -> out.end().end().end();
                case NONE, LONE_SUB_ITEM, STEP, STEP_SUB_ITEM -> {
                    close();
                    out.start("ul");
                }
            }
            open = Open.ITEM;
        } else {
            switch (open) {
                case SUB_ITEM, LONE_SUB_ITEM, STEP_SUB_ITEM -> out.end();
                case ITEM -> {
                    out.start("ul");
                    open = Open.SUB_ITEM;
                }
                case STEP -> {
                    out.start("ul");
                    open = Open.STEP_SUB_ITEM;
                }
                case NONE -> {
                    out.start("ul").attribute("class", "lone");
                    open = Open.LONE_SUB_ITEM;
                }
            }
        }
        out.start("li");
        BlockMarkup.anchors(out, item.ids());
        phrases.write(item.words());
    }

    void step(Block.Step step) {
        boolean goesOn = step.number() > 1 && (open == Open.STEP || open == Open.STEP_SUB_ITEM);
        if (goesOn) {
            out.end();
            if (open == Open.STEP_SUB_ITEM) {
                out.end().end();
            }
        } else {
            close();
            out.start("ol").attribute("class", "steps");
        }
        open = Open.STEP;
        out.start("li").attribute("value", Integer.toString(step.number()));
        out.element("span", "number", CircledNumber.of(step.number()));
        BlockMarkup.anchors(out, step.ids());
        phrases.beside(step.words());
    }

    void close() {
        switch (open) {
            case NONE -> {}
            case ITEM, STEP, LONE_SUB_ITEM -> out.end().end().line();
            case SUB_ITEM, STEP_SUB_ITEM -> out.end().end().end().end().line();
        }
        open = Open.NONE;
    }
}

package org.hoshimori.frame;

import java.beans.PropertyEditorSupport;
import org.springframework.beans.PropertyAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What none of our pages would send. What people type comes as text and is judged at its field; a choice, an id or a number that
 * can't be read at all was made up, and the answer is a plain 400.
 */
@ControllerAdvice
class ForgedInput {

    @InitBinder
    void refuse(WebDataBinder binder) {
        // Fields bear the names of their components. To look for other names, Spring reads all annotations for each
        // field anew.
        binder.setNameResolver(_ -> null);
        // Nor need text be converted to text, for which all annotations are read as well.
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text);
            }
        });
        binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
            @Override
            public void processPropertyAccessException(PropertyAccessException unreadable, BindingResult result) {
                throw new Refused(unreadable);
            }
        });
    }

    /** A value of a form that can't be read. */
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(PropertyAccessException unreadable) {
            super(unreadable);
        }
    }
}

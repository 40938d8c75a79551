package io.artrec.examples.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which words an option takes. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface OneOf {
  /**
   * Returns the words.
   *
   * @return in the order in which they are listed
   */
  String[] value();
}

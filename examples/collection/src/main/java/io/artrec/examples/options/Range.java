package io.artrec.examples.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which numbers an option takes. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Range {
  /**
   * Returns the least.
   *
   * @return the lowest number that is taken
   */
  long from();

  /**
   * Returns the most.
   *
   * @return the highest number that is taken
   */
  long to() default Long.MAX_VALUE;
}

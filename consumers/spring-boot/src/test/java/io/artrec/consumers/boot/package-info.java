/** An application of Spring Boot as somebody would write it who uses the starter. */
@NullMarked
package io.artrec.consumers.boot;

import org.jspecify.annotations.NullMarked;

/** Uses artrec's jars from outside, as applications do. */
@NullMarked
package io.artrec.consumers;

import org.jspecify.annotations.NullMarked;

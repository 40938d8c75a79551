/** Numbers that tell when learning is due: a mean that follows a stream, the heap that is free. */
@NullMarked
package io.artrec.learning.internal;

import org.jspecify.annotations.NullMarked;

/** How the names of metrics are read and written. */
@NullMarked
package io.artrec.eval.metric.internal;

import org.jspecify.annotations.NullMarked;

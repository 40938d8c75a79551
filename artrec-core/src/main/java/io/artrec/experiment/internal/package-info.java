/** A hash that is the same in every process and version. */
@NullMarked
package io.artrec.experiment.internal;

import org.jspecify.annotations.NullMarked;

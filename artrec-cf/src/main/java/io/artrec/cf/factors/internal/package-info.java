/** Machinery that methods with factors share; not promised to users. */
@NullMarked
package io.artrec.cf.factors.internal;

import org.jspecify.annotations.NullMarked;

/** The base forms of English words. */
@NullMarked
package io.artrec.text.analysis.internal;

import org.jspecify.annotations.NullMarked;

/** How one sentence is said anew by a model and checked, for reasons and for conversations. */
@NullMarked
package io.artrec.llm.explain.internal;

import org.jspecify.annotations.NullMarked;

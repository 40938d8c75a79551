/** How strangers' texts are kept from asking anything of a model. */
@NullMarked
package io.artrec.llm.prompt.internal;

import org.jspecify.annotations.NullMarked;

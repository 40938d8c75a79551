/** What logs of several modules share and nobody else needs. Changes without notice. */
@NullMarked
package io.artrec.log.internal;

import org.jspecify.annotations.NullMarked;

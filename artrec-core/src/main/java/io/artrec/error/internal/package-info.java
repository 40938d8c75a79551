/** What error messages are made of, in every module. Changes without notice. */
@NullMarked
package io.artrec.error.internal;

import org.jspecify.annotations.NullMarked;

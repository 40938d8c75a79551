/** What runs others' code and nobody else needs. Changes without notice. */
@NullMarked
package io.artrec.task.internal;

import org.jspecify.annotations.NullMarked;

/**
 * Behaviour as numbers: what a preference counts ({@link io.artrec.cf.data.Feedback}), sparse
 * matrices of visitors by works, weights between works, and the threads that train on them. Every
 * method of this module is built on these.
 */
@NullMarked
package io.artrec.cf.data;

import org.jspecify.annotations.NullMarked;

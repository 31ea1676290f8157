/// The version of this program, as `lockstep --version` shows it.
package let lockstepVersion = "0.1.0"

// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// A contract that the order accepts.
    /// </summary>
    [OutputType]
    public sealed class Contract
    {
        /// <summary>
        /// The contract's name.
        /// </summary>
        public readonly string Name;
        /// <summary>
        /// The URL at which the contract can be read.
        /// </summary>
        public readonly string? Url;

        [OutputConstructor]
        private Contract(
            string name,

            string? url)
        {
            Name = name;
            Url = url;
        }
    }
}

// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Inputs
{
    /// <summary>
    /// A contract that the order accepts.
    /// </summary>
    public sealed class ContractGetArgs : global::Pulumi.ResourceArgs
    {
        /// <summary>
        /// The contract's name.
        /// </summary>
        [Input("name")]
        public Input<string>? Name { get; set; }

        /// <summary>
        /// The URL at which the contract can be read.
        /// </summary>
        [Input("url")]
        public Input<string>? Url { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public ContractGetArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new ContractGetArgs Empty => new ContractGetArgs();
    }
}

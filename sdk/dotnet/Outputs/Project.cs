// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// A Public Cloud project of the account.
    /// </summary>
    [OutputType]
    public sealed class Project
    {
        /// <summary>
        /// The project's id, 32 hex digits.
        /// </summary>
        public readonly string ProjectId;
        /// <summary>
        /// The project's name.
        /// </summary>
        public readonly string? Description;
        /// <summary>
        /// The project's status as the API returns it. It is also <c>suspended</c> if the service has expired.
        /// </summary>
        public readonly string? Status;
        /// <summary>
        /// The plan that it was ordered with.
        /// </summary>
        public readonly string? PlanCode;
        /// <summary>
        /// The order that it came from, if OVHcloud returns it.
        /// </summary>
        public readonly double? OrderId;
        /// <summary>
        /// <c>full</c> or <c>restricted</c>.
        /// </summary>
        public readonly string? Access;
        /// <summary>
        /// When the project was created (RFC 3339).
        /// </summary>
        public readonly string? CreationDate;
        /// <summary>
        /// OVHcloud's URN of the project, for IAM policies.
        /// </summary>
        public readonly string? Urn;

        [OutputConstructor]
        private Project(
            string projectId,

            string? description,

            string? status,

            string? planCode,

            double? orderId,

            string? access,

            string? creationDate,

            string? urn)
        {
            ProjectId = projectId;
            Description = description;
            Status = status;
            PlanCode = planCode;
            OrderId = orderId;
            Access = access;
            CreationDate = creationDate;
            Urn = urn;
        }
    }
}

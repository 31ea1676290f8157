// Written by scripts/endpoints.sh out of botocore's data; Tests/Model holds it against the newest.
extension EndpointVariant {
    /// A service, a kind, a host with a star for the Region, and the Regions and partitions that have it.
    package static let table = """
        lambda dualStack lambda.*.api.aws aws aws-us-gov
        lambda fips lambda-fips.*.amazonaws.com us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        lambda fipsAndDualStack lambda-fips.*.api.aws us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        lambda dualStack lambda.*.api.amazonwebservices.com.cn aws-cn
        lambda dualStack lambda.*.api.cloud-aws.adc-e.uk eu-isoe-west-1
        lambda dualStack lambda.*.api.aws.hci.ic.gov us-isof-east-1 us-isof-south-1
        lambda dualStack lambda.*.api.amazonwebservices.eu aws-eusc
        s3 dualStack s3.dualstack.*.amazonaws.com aws aws-us-gov
        s3 fips s3-fips.*.amazonaws.com ca-central-1 ca-west-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        s3 fipsAndDualStack s3-fips.dualstack.*.amazonaws.com ca-central-1 ca-west-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        s3 dualStack s3.dualstack.*.amazonaws.com.cn aws-cn
        s3 fips s3-fips.*.c2s.ic.gov us-iso-east-1 us-iso-west-1
        s3 fipsAndDualStack s3-fips.dualstack.*.c2s.ic.gov us-iso-east-1 us-iso-west-1
        s3 fips s3-fips.*.sc2s.sgov.gov us-isob-east-1
        s3 fipsAndDualStack s3-fips.dualstack.*.sc2s.sgov.gov us-isob-east-1
        s3 dualStack s3.dualstack.*.amazonaws.eu aws-eusc
        api.ecr dualStack ecr.*.api.aws aws aws-us-gov
        api.ecr fips ecr-fips.*.amazonaws.com us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        api.ecr fipsAndDualStack ecr-fips.*.api.aws us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        api.ecr dualStack ecr.*.api.amazonwebservices.com.cn aws-cn
        api.ecr dualStack ecr.*.api.amazonwebservices.eu aws-eusc
        sts dualStack sts.*.api.aws aws aws-us-gov
        sts fips sts-fips.*.amazonaws.com us-east-1 us-east-2 us-west-1 us-west-2
        sts fipsAndDualStack sts-fips.*.api.aws us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        sts dualStack sts.*.api.amazonwebservices.com.cn aws-cn
        sts fips sts.*.amazonaws.com us-gov-east-1 us-gov-west-1
        sts dualStack sts.*.api.amazonwebservices.eu aws-eusc
        monitoring dualStack monitoring.*.api.aws aws aws-us-gov
        monitoring fips monitoring-fips.*.amazonaws.com us-east-1 us-east-2 us-west-1 us-west-2
        monitoring fipsAndDualStack monitoring-fips.*.api.aws us-east-1 us-east-2 us-west-1 us-west-2
        monitoring dualStack monitoring.*.api.amazonwebservices.com.cn aws-cn
        monitoring fips monitoring.*.amazonaws.com us-gov-east-1 us-gov-west-1
        monitoring fipsAndDualStack monitoring.*.api.aws us-gov-east-1 us-gov-west-1
        monitoring dualStack monitoring.*.api.amazonwebservices.eu aws-eusc
        codedeploy dualStack codedeploy.*.api.aws aws aws-us-gov
        codedeploy fips codedeploy-fips.*.amazonaws.com us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        codedeploy fipsAndDualStack codedeploy-fips.*.api.aws us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
        codedeploy dualStack codedeploy.*.api.amazonwebservices.com.cn aws-cn
        codedeploy dualStack codedeploy.*.api.amazonwebservices.eu aws-eusc
        """
}

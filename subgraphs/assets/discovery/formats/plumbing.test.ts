import { expect, test } from 'vitest';
import { isPlumbing } from './plumbing.ts';

const RUNS = ['aws_instance', 'aws_lambda_function', 'AWS::RDS::DBInstance', 'AWS::S3::Bucket', 'AWS::ECS::Cluster', 'aws_autoscaling_group', 'azurerm_container_group', 'azurerm_api_management', 'apigateway', 'google_sql_database_instance', 'google_container_cluster', 'scaleway_k8s_cluster_beta', 'Microsoft.Web/sites', 'Microsoft.ContainerService/managedClusters', 'run.googleapis.com/Service', 'digitalocean_droplet', 'cloudflare_record']; // prettier-ignore
const WIRING = ['aws_security_group', 'aws_iam_role_policy_attachment', 'AWS::EC2::VPC', 'AWS::IAM::Group', 'AWS::KMS::Key', 'AWS::Logs::LogGroup', 'aws_route_table_association', 'azurerm_network_interface', 'azurerm_resource_group', 'azurerm_public_ip', 'google_compute_firewall', 'google_project_iam_binding', 'google_service_account', 'Microsoft.Network/virtualNetworks/subnets', 'Microsoft.Network/virtualNetworks', 'Microsoft.Compute/disks', 'compute.googleapis.com/Network', 'scaleway_instance_placement_group']; // prettier-ignore

test.each(RUNS)('%s runs', (type) => expect(isPlumbing(type)).toBe(false));
test.each(WIRING)('%s is how others are wired and set up', (type) => expect(isPlumbing(type)).toBe(true));
